// A process that stays open, from C#: each case is answered when it was written.
using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

public sealed class OpenPipe : IDisposable
{
    private readonly Process program;
    private readonly StreamWriter input;
    private readonly StreamReader output;

    public OpenPipe(string file, string before)
    {
        var start = new ProcessStartInfo(file, before + " batch - -o - --from ndjson --to ndjson --quiet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        program = Process.Start(start);
        // UTF-8 without a byte order mark, whatever the code page of the console is.
        input = new StreamWriter(program.StandardInput.BaseStream, new UTF8Encoding(false));
        output = new StreamReader(program.StandardOutput.BaseStream, new UTF8Encoding(false));
    }

    /// <summary>One line of JSON in, one line of JSON out; read it with the JSON library of your program.</summary>
    public string Ask(string json)
    {
        input.Write(json + "\n");
        input.Flush();
        return output.ReadLine();
    }

    public void Dispose()
    {
        input.Dispose();
        program.WaitForExit();
    }

    public static void Main(string[] args)
    {
        const string person =
            "{\"request\": \"a-1\", \"case\": {"
            + "\"person\": {\"sex\": \"male\", \"birth\": \"1966-01-15\", \"group\": \"civil-servant\"}, "
            + "\"leaving\": {\"route\": \"early-retirement\", \"date\": \"2025-05-01\", \"reorganisation\": \"2025-03-01\"}, "
            + "\"insurance\": {\"years\": 22}, "
            + "\"salary\": {\"coefficient\": \"4.65\", \"positionAllowance\": \"0.6\", \"publicService\": \"25%\"}}}";
        using (var nd178 = new OpenPipe(args.Length > 0 ? args[0] : "nd178", args.Length > 1 ? args[1] : ""))
        {
            for (var run = 0; run < 2; run++)
            {
                var total = Regex.Match(nd178.Ask(person), "\"total\":\"([0-9.]+)\"");
                Console.WriteLine(decimal.Parse(total.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }
}
