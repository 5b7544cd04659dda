"""A process that stays open: each case is answered when it was written, under the name of its request."""
import json
import subprocess
import sys

person = {
    "person": {"sex": "male", "birth": "1966-01-15", "group": "civil-servant"},
    "leaving": {"route": "early-retirement", "date": "2025-05-01", "reorganisation": "2025-03-01"},
    "insurance": {"years": 22},
    "salary": {"coefficient": "4.65", "positionAllowance": "0.6", "publicService": "25%"},
}


class Nd178:
    """The program beside this one; use it as a context, so that it ends with it."""

    def __init__(self, command=("nd178",)):
        options = ["batch", "-", "-o", "-", "--from", "ndjson", "--to", "ndjson", "--quiet", "--lang", "en"]
        self.program = subprocess.Popen(
            [*command, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.stdin.close()
        self.program.wait()

    def calculate(self, case, request=None, **options):
        line = {"case": case, "options": options, **({} if request is None else {"request": request})}
        self.program.stdin.write(json.dumps(line) + "\n")
        self.program.stdin.flush()
        return json.loads(self.program.stdout.readline())


with Nd178(sys.argv[1:] or ["nd178"]) as nd178:
    result = nd178.calculate(person, "a-1")
    print(result["request"], result["outcome"], result["total"])  # amounts are text: exact
    other = nd178.calculate(person, "a-2", asOf="2025-01-01", pension=True)
    print(other["request"], other["law"]["version"], other["pension"]["rate"])
    refused = nd178.calculate({**person, "salary": {}}, "a-3")
    print(refused["request"], refused["issues"][0]["code"], refused["issues"][0]["path"])
