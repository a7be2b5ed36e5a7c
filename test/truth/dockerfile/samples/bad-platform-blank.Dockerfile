FROM --platform=$X alpine:3.23
