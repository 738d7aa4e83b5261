import { collectedTexts } from './collectedTexts';

/** Texts of the files named, made from their templates with values as they occur. */
export const FILE_TEXTS = collectedTexts(String.raw`
# pkg/helm/chart/http_selector.go warehouse
subscription.constraint | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": error building base selector: error parsing constraint "latest": improper constraint: latest
network.bad-url | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": error preparing HTTP/S request to "apps/shop": parse "https://gate.example.com/%zz": invalid URL escape "%zz"
network.dns | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": error querying repository index at "https://git.example.com/shop/manifests.git": Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
network.tls-unknown-authority | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": error querying repository index at "https://git.example.com/shop/manifests.git": Get "https://gate.example.com/check": tls: failed to verify certificate: x509: certificate signed by unknown authority
subscription.chart-repository-refused | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": received unexpected HTTP 401 when querying repository index at "https://git.example.com/shop/manifests.git"
network.reset | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": error reading repository index from "https://git.example.com/shop/manifests.git": read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
subscription.chart-index | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "oci://registry.example.com/charts": error unmarshaling repository index from "https://git.example.com/shop/manifests.git": yaml: line 3: did not find expected key
# pkg/io/fs/move.go promotion
file-system.disk-full | http-download | 1.9-1.12 | failed to move file to final destination: failed to move apps/shop to apps/shop: write out/manifests.yaml: no space left on device
file-system.permission-denied | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to move file to final destination: failed to move apps/shop to apps/shop: open apps/shop/values.yaml: permission denied
file-system.disk-full | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to move file to final destination: failed to remove existing destination apps/shop: write out/manifests.yaml: no space left on device
file-system.permission-denied | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to move file to final destination: failed to remove existing destination apps/shop: open apps/shop/values.yaml: permission denied
file-system.disk-full | http-download | 1.9-1.12 | failed to move file to final destination: failed to move apps/shop to apps/shop after removing existing: write out/manifests.yaml: no space left on device
file-system.permission-denied | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to move file to final destination: failed to move apps/shop to apps/shop after removing existing: open apps/shop/values.yaml: permission denied
# pkg/io/fs/validate.go promotion
file-system.missing | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: root path "apps/shop" does not exist: open apps/shop/values.yaml: no such file or directory
file-system.permission-denied | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: failed to access root path "apps/shop": open apps/shop/values.yaml: permission denied
file-system.missing | helm-template | 1.9-1.12 | failed to build chart dependencies: failed to get absolute path for dir: open apps/shop/values.yaml: no such file or directory
files.links-too-deep | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: maximum recursion depth exceeded
files.directory-unreadable | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: failed to read directory: open apps/shop/values.yaml: permission denied
files.directory-unreadable | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: failed to resolve symlink: open apps/shop/values.yaml: no such file or directory
files.outside-work-directory | helm-template | 1.9-1.12 | failed to build chart dependencies: symlink at apps/shop points outside the path boundary
files.directory-unreadable | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: failed to stat symlink target of apps/shop: open apps/shop/values.yaml: no such file or directory
# pkg/io/io.go promotion
http-download.too-large | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to write to file: content exceeds limit of 52428800 bytes
network.reset | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write to file: failed to read from reader: read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
network.reset | http-download | 1.9-1.12 | failed to write to file: failed to copy from reader: read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
network.reset | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write to file: failed to check for additional content: read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
# pkg/net/safe_dialer.go promotion
http.host-not-resolved | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": failed to parse address "apps/shop": missing port in address
http.host-not-resolved | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": failed to resolve host "gate.example.com": Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
http.link-local | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": connections to link-local addresses are not permitted (host "gate.example.com" resolved to link-local IPs only)
# pkg/promotion/runner/builtin/file_copier.go promotion
file-system.link-loop | copy | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not secure join inPath "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.link-loop | copy | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": could not secure join outPath "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.permission-denied | copy | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to load ignore rules: open apps/shop/values.yaml: permission denied
file-system.missing | copy | 1.9-1.12 | failed to copy "apps/shop" to "apps/shop": open apps/shop/values.yaml: no such file or directory
file-system.permission-denied | copy | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to copy "apps/shop" to "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | copy | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to copy "apps/shop" to "apps/shop": write out/manifests.yaml: no space left on device
file-system.not-directory | copy | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to copy "apps/shop" to "apps/shop": mkdir out/shop: not a directory
file-system.link-loop | copy | 1.9-1.12 | failed to determine domain: lstat apps/current: too many levels of symbolic links
# pkg/promotion/runner/builtin/file_deleter.go promotion
file-system.link-loop | delete | 1.9-1.10 | step "deploy" met error threshold of 1: error running step "deploy": could not secure join path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.permission-denied | delete | 1.9-1.10 | an unrecoverable error occurred: error running step "deploy": failed to delete "apps/shop": open apps/shop/values.yaml: permission denied
file-system.missing | delete | 1.9-1.10 | step "deploy" met error threshold of 1: error running step "deploy": failed to delete "apps/shop": open apps/shop/values.yaml: no such file or directory
files.outside-work-directory | delete | 1.9-1.12 | path attempts to traverse outside the working directory
file-system.permission-denied | delete | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to delete: open apps/shop/values.yaml: permission denied
file-system.missing | delete | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": failed to delete: open apps/shop/values.yaml: no such file or directory
file-system.missing | delete | 1.11-1.12 | step "deploy": could not resolve path "apps/shop": open apps/shop/values.yaml: no such file or directory
file-system.link-loop | delete | 1.11-1.12 | could not resolve path "apps/shop": lstat apps/current: too many levels of symbolic links
files.delete-nothing | delete | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": path "apps/shop" does not exist
file-system.missing | delete | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": could not resolve working directory: open apps/shop/values.yaml: no such file or directory
file-system.link-loop | delete | 1.11-1.12 | step "deploy": could not resolve working directory: lstat apps/current: too many levels of symbolic links
files.glob | delete | 1.11-1.12 | invalid glob pattern "[a-z": syntax error in pattern
files.delete-nothing | delete | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": no paths matched pattern "[a-z"
# pkg/promotion/runner/builtin/http_downloader.go promotion
file-system.link-loop | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to join path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.disk-full | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to create destination directory: write out/manifests.yaml: no space left on device
file-system.permission-denied | http-download | 1.9-1.12 | error checking destination file: open apps/shop/values.yaml: permission denied
files.destination-exists | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": file already exists at apps/shop and overwrite is not allowed
network.bad-url | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error building HTTP request: parse "https://gate.example.com/%zz": invalid URL escape "%zz"
network.bad-url | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error creating HTTP client: parse "https://gate.example.com/%zz": invalid URL escape "%zz"
network.dns | http-download | 1.9-1.12 | error sending HTTP request: Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
network.refused | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": dial tcp 10.0.3.7:443: connect: connection refused
network.timeout | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": dial tcp 10.0.3.7:443: i/o timeout
network.tls-unknown-authority | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": tls: failed to verify certificate: x509: certificate signed by unknown authority
network.bad-url | http-download | 1.9-1.12 | error creating HTTP request: parse "https://gate.example.com/%zz": invalid URL escape "%zz"
http.timeout-setting | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error parsing timeout: time: invalid duration "soon"
http-download.server-fault | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": HTTP request failed with status 503
http-download.too-large | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": download exceeds limit of 52428800 bytes
file-system.disk-full | http-download | 1.9-1.12 | failed to close temporary file: write out/manifests.yaml: no space left on device
file-system.disk-full | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to move file to final destination: write out/manifests.yaml: no space left on device
file-system.disk-full | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to create temporary file: write out/manifests.yaml: no space left on device
file-system.permission-denied | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to set permissions on temporary file: open apps/shop/values.yaml: permission denied
http-download.cancelled | http-download | 1.9-1.12 | download canceled: context deadline exceeded
file-system.disk-full | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write to file: write out/manifests.yaml: no space left on device
network.reset | http-download | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to read response body: read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
network.reset | http-download | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to check for additional content: read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
# pkg/promotion/runner/builtin/http_requester.go promotion
network.bad-url | http | 1.9-1.12 | error building HTTP request: parse "https://gate.example.com/%zz": invalid URL escape "%zz"
network.bad-url | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error creating HTTP client: parse "https://gate.example.com/%zz": invalid URL escape "%zz"
network.dns | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
network.refused | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": dial tcp 10.0.3.7:443: connect: connection refused
network.timeout | http | 1.9-1.12 | error sending HTTP request: Get "https://gate.example.com/check": dial tcp 10.0.3.7:443: i/o timeout
network.tls-unknown-authority | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: Get "https://gate.example.com/check": tls: failed to verify certificate: x509: certificate signed by unknown authority
network.reset | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error sending HTTP request: read tcp 10.1.0.4:51234->10.0.3.7:443: read: connection reset by peer
runtime.deadline | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error sending HTTP request: context deadline exceeded
http.response-unreadable | http | 1.9-1.12 | error building expression context from HTTP response: failed to parse JSON response: invalid character '<' looking for beginning of value
http.criteria | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error evaluating success criteria: error compiling success expression "response.status == ": unexpected token EOF (1:19)
http.criteria | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error evaluating failure criteria: error compiling success expression "response.status == ": unexpected token EOF (1:19)
http.gate-said-no | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": HTTP (403) response met failure criteria
http.criteria | http | 1.9-1.12 | error extracting outputs from HTTP response: error compiling success expression "response.status == ": unexpected token EOF (1:19)
http.criteria | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error compiling success expression "response.body.ok": unexpected token EOF (1:9)
http.response-does-not-fit | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error evaluating success expression "response.body.ok": cannot fetch ok from <nil> (1:15)
http.criteria | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": success expression "response.body.ok" did not evaluate to a boolean (got string)
http.criteria | http | 1.9-1.12 | error compiling failure expression "response.body.ok": unexpected token EOF (1:9)
http.response-does-not-fit | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error evaluating failure expression "response.body.ok": cannot fetch ok from <nil> (1:15)
http.criteria | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failure expression "response.body.ok" did not evaluate to a boolean (got string)
network.bad-url | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error creating HTTP request: parse "https://gate.example.com/%zz": invalid URL escape "%zz"
http.timeout-setting | http | 1.9-1.12 | error parsing timeout: time: invalid duration "soon"
http.response-too-large | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": response body size 2 exceeds limit of 52428800 bytes
http.response-cut-off | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": reading response body: unexpected EOF
http.response-unreadable | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to parse JSON response: invalid character '<' looking for beginning of value
http.response-unreadable | http | 1.9-1.12 | failed to parse YAML response: invalid character '<' looking for beginning of value
http.criteria | http | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error compiling output expression "response.body.ok": unexpected token EOF (1:9)
http.response-does-not-fit | http | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error evaluating output expression "response.body.ok": cannot fetch ok from <nil> (1:15)
http.gate-said-no | http | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": HTTP (403) response met failure criteria: "apps/shop"
http.criteria | http | 1.11-1.12 | step "deploy": error compiling error expression "response.body.ok": unexpected token EOF (1:9)
http.proxy-setting | http | 1.11-1.12 | error parsing proxy URL: parse "::": missing protocol scheme
http.body-file | http | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": cannot read bodyFromFile "apps/shop" without a step context
http.body-file | http | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": could not secure join bodyFromFile "apps/shop": open body.json: no such file or directory
http.body-file | http | 1.12-1.12 | step "deploy": could not read bodyFromFile "apps/shop": open body.json: no such file or directory
# pkg/promotion/runner/builtin/tar_extractor.go promotion
file-system.link-loop | untar | 1.9-1.12 | could not secure join inPath "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.link-loop | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not secure join outPath "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.disk-full | untar | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to create temporary directory for extraction: mkdir /tmp/promotion-1: no space left on device
file-system.disk-full | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to extract tar file "apps/shop": write out/manifests.yaml: no space left on device
file-system.not-directory | untar | 1.9-1.12 | failed to create directory "apps/shop": mkdir out/shop: not a directory
file-system.missing | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to open tar file "apps/shop": open apps/shop/values.yaml: no such file or directory
archive.damaged | untar | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to read file header: gzip: invalid header
file-system.permission-denied | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to seek in tar file: open apps/shop/values.yaml: permission denied
archive.damaged | untar | 1.9-1.12 | failed to create gzip reader: gzip: invalid header
archive.damaged | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error reading tar: archive/tar: invalid tar header
archive.unpack-write | untar | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to create directory apps/shop: mkdir out: not a directory
archive.too-large | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": extraction aborted: file apps/shop exceeds size limit of 52428800 bytes
archive.too-large | untar | 1.9-1.12 | extraction aborted: total size would exceed limit of 52428800 bytes
archive.unpack-write | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to create file apps/shop: write out/manifests.yaml: no space left on device
archive.unpack-write | untar | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to write to file apps/shop: write out/manifests.yaml: no space left on device
archive.unpack-write | untar | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to change mod time for apps/shop: write out/manifests.yaml: no space left on device
# pkg/promotion/runner/builtin/file_writer.go promotion
file-write.path | file-write | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": path "apps/shop" must be relative
files.outside-work-directory | file-write | 1.11-1.12 | step "deploy": path "apps/shop" attempts to traverse outside the working directory
file-write.path | file-write | 1.11-1.12 | writing to the .git directory is forbidden: "apps/shop"
file-system.link-loop | file-write | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not secure join path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.link-loop | file-write | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": could not get relative path for "apps/shop": lstat apps/current: too many levels of symbolic links
file-write.path | file-write | 1.11-1.12 | step "deploy": path "apps/shop" resolves to a different path "apps/shop" (symlinks are forbidden)
files.destination-exists | file-write | 1.11-1.12 | file "apps/shop" already exists; set overwrite to true to replace it
file-system.not-directory | file-write | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error creating parent directories for "apps/shop": mkdir out/shop: not a directory
file-system.disk-full | file-write | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": error creating parent directories for "apps/shop": write out/manifests.yaml: no space left on device
file-system.disk-full | file-write | 1.11-1.12 | step "deploy": error writing file "apps/shop": write out/manifests.yaml: no space left on device
file-system.is-directory | file-write | 1.11-1.12 | error writing file "apps/shop": read apps/shop: is a directory
file-system.permission-denied | file-write | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error setting permissions on file "apps/shop": open apps/shop/values.yaml: permission denied
file-write.permissions | file-write | 1.11-1.12 | an unrecoverable error occurred: error running step "deploy": invalid permissions "0777": must be an octal file mode
file-write.permissions | file-write | 1.11-1.12 | step "deploy": permissions "0777" must not include special mode bits
file-write.permissions | file-write | 1.11-1.12 | permissions "0777" must not include executable bits
file-write.permissions | file-write | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": permissions "0777" must not be world-writable
# pkg/promotion/runner/builtin/poll_interval.go promotion
configuration.poll-interval | http | 1.11-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error parsing pollInterval: time: invalid duration "soon"
# pkg/promotion/runner/builtin/tar_creator.go promotion
file-system.disk-full | tar | 1.12-1.12 | failed to create the tar archive "apps/shop": write out/manifests.yaml: no space left on device
file-system.link-loop | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to secure join input path "apps/shop": lstat apps/current: too many levels of symbolic links
archive.input-missing | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": input path "apps/shop" does not exist: lstat charts: no such file or directory
file-system.permission-denied | tar | 1.12-1.12 | step "deploy": failed to stat input path "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | failed to stat input path "apps/shop": write out/manifests.yaml: no space left on device
file-system.link-loop | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to secure join output path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed to create output directory for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed to create output directory for "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to create temporary file in "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to create temporary file in "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed to get file info for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed to get file info for "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to calculate relative path for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to calculate relative path for "apps/shop": write out/manifests.yaml: no space left on device
archive.too-large | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": file "apps/shop" size (52428800 bytes) exceeds the maximum allowed single file size (52428800 bytes)
archive.too-large | tar | 1.12-1.12 | step "deploy": total tar archive source size exceeds the maximum allowed size (52428800 bytes)
file-system.permission-denied | tar | 1.12-1.12 | failed to read symlink target for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to read symlink target for "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed to create tar header for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed to create tar header for "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to write tar header for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write tar header for "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed to open source file "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed to open source file "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to copy file contents for "apps/shop": open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to copy file contents for "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed during directory walk: open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed during directory walk: write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to close tar writer: open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to close tar writer: write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed to close gzip writer: open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed to close gzip writer: write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to sync tar archive to disk: open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to sync tar archive to disk: write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | an unrecoverable error occurred: error running step "deploy": failed to close temporary file: open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy": failed to close temporary file: write out/manifests.yaml: no space left on device
file-system.permission-denied | tar | 1.12-1.12 | failed to move temporary file to output path: open apps/shop/values.yaml: permission denied
file-system.disk-full | tar | 1.12-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to move temporary file to output path: write out/manifests.yaml: no space left on device
`);
