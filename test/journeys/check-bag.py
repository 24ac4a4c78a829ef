"""Checks a zipped BagIt bag by RFC 8493 alone: written from the RFC, not from Yinqi's code."""
import hashlib
import sys
import zipfile


def fail(message):
    sys.stderr.write(message + "\n")
    sys.exit(1)


bundle = zipfile.ZipFile(sys.argv[1])
names = [info.filename for info in bundle.infolist() if not info.is_dir()]
tops = {name.split("/", 1)[0] for name in names}
if len(tops) != 1:
    fail(f"not one bag folder: {tops}")
top = tops.pop() + "/"
inside = {name[len(top):] for name in names}


def read(name):
    return bundle.read(top + name)


declaration = read("bagit.txt").decode("utf-8").splitlines()
if declaration != ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]:
    fail(f"bagit.txt: {declaration}")


def manifest(name):
    entries = {}
    for line in read(name).decode("utf-8").splitlines():
        checksum, path = line.split(None, 1)
        path = path.replace("%0A", "\n").replace("%0a", "\n").replace("%0D", "\r").replace("%0d", "\r").replace("%25", "%")
        if path in entries:
            fail(f"{name}: {path} twice")
        entries[path] = checksum.lower()
    return entries


payload = manifest("manifest-sha256.txt")
tags = manifest("tagmanifest-sha256.txt")
present = {name for name in inside if name.startswith("data/")}
if set(payload) != present:
    fail(f"payload differs from manifest: {set(payload) ^ present}")
tag_files = {name for name in inside if not name.startswith("data/") and not name.startswith("tagmanifest-")}
if set(tags) != tag_files:
    fail(f"tag files differ from tag manifest: {set(tags) ^ tag_files}")
for path, checksum in {**payload, **tags}.items():
    if hashlib.sha256(read(path)).hexdigest() != checksum:
        fail(f"{path}: checksum differs")

info = dict(line.split(": ", 1) for line in read("bag-info.txt").decode("utf-8").splitlines() if ": " in line)
octets = sum(len(read(path)) for path in payload)
if info.get("Payload-Oxum") != f"{octets}.{len(payload)}":
    fail(f"Payload-Oxum {info.get('Payload-Oxum')} is not {octets}.{len(payload)}")
