"""json: a document of strings, numbers, lists and dicts written and read again (pyperformance: json_dumps, json_loads)."""

import json

DOCUMENT = {
    "name": "core-image-minimal",
    "description": "A small image just capable of allowing a device to boot. \u00e4\u00f6\u00fc \"quoted\" \\ \n",
    "enabled": True,
    "nothing": None,
    "ratio": 0.125,
    "packages": [
        {"name": "package-%d" % i, "version": "1.%d.%d" % (i, i * 7 % 11), "size": i * 1031, "depends": ["a", "b", "libc"]}
        for i in range(60)
    ],
}


def run():
    text = json.dumps(DOCUMENT)
    back = json.loads(text)
    pretty = json.dumps(back, indent=2, sort_keys=True)
    again = json.loads(pretty)
    return len(text), len(pretty), again == DOCUMENT
