"""What several numbers say together: a range or a change, one quantity in two units, a list that shares a unit, a part and its whole."""
