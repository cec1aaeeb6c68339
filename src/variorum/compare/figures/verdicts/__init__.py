"""In come the values of a row with their slots, out go verdict, reason, title and series: `row_verdicts` of `verdicts`, in the words of `wording`."""
