FROM $nothing
