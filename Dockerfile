# One static binary and nothing else: no shell, no libraries, no user but no one.
#
#   docker build -t ecslint .
#   docker run --rm -v "$PWD:/work:ro" ecslint infra/

FROM swift:6.3-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends libyaml-dev make pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make build

FROM scratch
COPY --from=build /source/.build/release/ecslint /ecslint
COPY --from=build /source/LICENSE /source/NOTICE /
USER 65534:65534
WORKDIR /work
ENTRYPOINT ["/ecslint"]
