inherit orchard
BBCLASSEXTEND = "native"
PROVIDES += "virtual/vine"
