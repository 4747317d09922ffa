def run():
    out = []
    for i in range(1000):
        s = "item-%d" % i
        if s.startswith("item-1") and not s.endswith("7"):
            s = s.upper().replace("ITEM", "it")
        out.append(s + "," + str(i))
    text = " ".join(out)
    words = text.split(" ")
    n = 0
    for w in words:
        if "9" in w:
            n += len(w.strip("it-"))
        n += w.find(",")
    return n, f"{len(text)}:{n:>8}"
