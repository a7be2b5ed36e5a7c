FROM alpine:3.23
COPY --from foo a b
