FROM alpine:3.23
ADD --checksum=abc https://example.com/a /b
