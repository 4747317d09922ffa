def minutes(temperature, cups):
    """How long to steep: hotter water is quicker, a bigger pot takes longer."""
    base = 3 if int(temperature) >= 95 else 5
    return base + int(cups) // 6
