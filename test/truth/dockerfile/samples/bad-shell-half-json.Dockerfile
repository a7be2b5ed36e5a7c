FROM alpine:3.23
SHELL ["bash", -c]
