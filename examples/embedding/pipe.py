"""Any language: one JSON object a line in, one a line out, in order."""
import json
import subprocess
import sys

command = sys.argv[1:] or ["nd178"]
person = {
    "person": {"sex": "male", "birth": "1966-01-15", "group": "civil-servant"},
    "leaving": {"route": "early-retirement", "date": "2025-05-01", "reorganisation": "2025-03-01"},
    "insurance": {"years": 22},
    "salary": {"coefficient": "4.65", "positionAllowance": "0.6", "publicService": "25%"},
}
people = [{**person, "id": "P1"}, {**person, "id": "P2", "salary": {}}]
run = subprocess.run(
    [*command, "batch", "-", "-o", "-", "--from", "ndjson", "--to", "ndjson", "--quiet", "--lang", "en"],
    input="".join(json.dumps(one) + "\n" for one in people),
    stdout=subprocess.PIPE,
    encoding="utf-8",
)
if run.returncode not in (0, 4):  # 4: done, but some rows were refused
    sys.exit(run.returncode)
for line in run.stdout.splitlines():
    result = json.loads(line)
    if result["schema"] == "nd178/refusal@1":
        print(result["id"], "refused:", result["issues"][0]["code"])
    else:
        print(result["id"], result["outcome"], result["total"])  # amounts are text: exact
