# Licensed under the Apache License, Version 2.0; see LICENSE.
"""What a long run has done so far, in a file: a run that was stopped goes on where it was."""
import json
import os


class Ledger:
    """Rows of the run that this file belongs to. Another seed or other clouds begin a new one."""

    def __init__(self, file, run):
        self.file = file
        self.data = {"run": run, "rows": {}, "secrets": []}
        if file.exists():
            known = json.loads(file.read_text())
            if known["run"] == run and not known.get("ended"):
                self.data = known
        self.resumed = bool(self.data["rows"])

    def row(self, name):
        return self.data["rows"].get(name)

    def put(self, name, row):
        self.data["rows"][name] = row
        self.save()

    def rows(self, begin):
        return [dict(row, name=name) for name, row in self.data["rows"].items() if name.startswith(begin)]

    def end(self):
        self.data["ended"] = True
        self.save()

    def save(self):
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(self.data, indent=1))
        os.replace(new, self.file)


def table(columns, rows):
    """A table as the documents show it."""
    lines = ["| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
    lines += ["| " + " | ".join(str(row.get(c, "")).replace("|", "/") for c in columns) + " |" for row in rows]
    return "\n".join(lines)
