"""The VM's json is one native module without a Python half: tests of either half get it."""
