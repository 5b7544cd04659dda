// A process that stays open, from Java 17: each case is answered when it was written.
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class OpenPipe implements AutoCloseable {
    private final Process program;
    private final BufferedWriter in;
    private final BufferedReader out;

    public OpenPipe(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("batch", "-", "-o", "-", "--from", "ndjson", "--to", "ndjson", "--quiet"));
        program = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        in = program.outputWriter(StandardCharsets.UTF_8);
        out = program.inputReader(StandardCharsets.UTF_8);
    }

    /** One line of JSON in, one line of JSON out; read it with the JSON library of your program. */
    public synchronized String ask(String json) throws IOException {
        in.write(json);
        in.newLine();
        in.flush();
        return out.readLine();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    public static void main(String[] args) throws IOException {
        String person = """
            {"request": "a-1", "case": {\
            "person": {"sex": "male", "birth": "1966-01-15", "group": "civil-servant"}, \
            "leaving": {"route": "early-retirement", "date": "2025-05-01", "reorganisation": "2025-03-01"}, \
            "insurance": {"years": 22}, \
            "salary": {"coefficient": "4.65", "positionAllowance": "0.6", "publicService": "25%"}}}""";
        try (OpenPipe nd178 = new OpenPipe(args.length > 0 ? List.of(args) : List.of("nd178"))) {
            for (int run = 0; run < 2; run++) {
                Matcher total = Pattern.compile("\"total\":\"([0-9.]+)\"").matcher(nd178.ask(person));
                if (total.find()) System.out.println(new BigDecimal(total.group(1)).toPlainString());
            }
        }
    }
}
