FROM alpine:3.23 AS alpine
FROM alpine
COPY --from=alpine /a /b
