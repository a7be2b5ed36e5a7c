FROM alpine:3.23
RUN --network=bridge true
