FROM --platform=foo alpine:3.23
