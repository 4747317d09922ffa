#!/bin/sh
# Makes the expected values of the parser's and the scope analysis's tests again, from CPython:
#   test/vm/make-expected.sh PYTHON3.13 PYTHON3.11
# (symbol tables of 3.13 merge comprehensions into what surrounds them, so those without generics come from 3.11)
set -e
cd "$(dirname "$0")"
tools=../../conformance
"$1" $tools/python-ast.py snippets parser/trees.txt > parser/trees.json
"$1" $tools/python-errors.py parser/syntax-errors.txt > parser/syntax-errors.json
"$1" $tools/python-scopes.py snippets scope/generic-scopes.txt > scope/generic-scopes.json
"$2" $tools/python-scopes.py snippets scope/scopes.txt > scope/scopes.json
