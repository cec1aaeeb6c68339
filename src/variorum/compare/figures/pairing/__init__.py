"""In come values with their slots, out go groups that are one value of one quantity: `pairs` weighs two, `value_groups` brings them together.

`voices` counts the accounts that stand behind some figures.
"""
