def minutes(temperature, cups):
    return max(1, round((100 - int(temperature)) / 4) + int(cups))


def remember(d):
    d.setVar("REMEMBERED", "yes")
