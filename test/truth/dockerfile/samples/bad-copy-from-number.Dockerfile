FROM alpine:3.23
COPY --from=3 a b
