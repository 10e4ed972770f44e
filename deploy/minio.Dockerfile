# syntax=docker/dockerfile:1
# MinIO's community edition was archived in April 2026 and its images are gone; the Go module proxy keeps its source.
# For the long run see "Which S3 server" in docs/operate.md.

FROM golang:1.26 AS build
# tests/support/minio-binary.ts builds the same.
ARG MINIO=v0.0.0-20260212201848-7aac2a2c5b7c
RUN CGO_ENABLED=0 GOBIN=/out go install -trimpath -ldflags "-s -w" "github.com/minio/minio@${MINIO}"

FROM alpine:3.22
RUN adduser -S -D -H -u 10001 minio && mkdir /data && chown minio /data
COPY --from=build /out/minio /usr/local/bin/minio
USER minio
# It makes a folder for certificates in its home at start, also when it uses none.
ENV HOME=/tmp
EXPOSE 9000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=5 \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9000/minio/health/ready"]
ENTRYPOINT ["minio"]
CMD ["server", "/data", "--address", ":9000"]
