FROM alpine:3.23
COPY --from=alpine:3.23 /a /b
