import { collectedTexts } from './collectedTexts';

/** Texts of the files named, made from their templates with values as they occur. */
export const STRUCTURED_FILE_TEXTS = collectedTexts(String.raw`
# pkg/promotion/runner/builtin/json_parser.go promotion
configuration.empty-path | json-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": JSON file path cannot be empty
configuration.invalid | json-parse | 1.9-1.12 | invalid git-push config: outputs is required
expressions.compile | json-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to extract outputs: error compiling expression "spec.": unexpected token EOF (1:6)
file-system.link-loop | json-parse | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error joining path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.missing | json-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error reading JSON file "apps/shop": open apps/shop/values.yaml: no such file or directory
file-system.permission-denied | json-parse | 1.9-1.12 | error reading JSON file "apps/shop": open apps/shop/values.yaml: permission denied
format.json | json-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not parse JSON file: invalid character '<' looking for beginning of value
expressions.compile | json-parse | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error compiling expression "response.body.ok": unexpected token EOF (1:9)
expressions.evaluate | json-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error evaluating expression "response.body.ok": cannot fetch version from <nil> (1:4)
# pkg/promotion/runner/builtin/json_updater.go promotion
file-system.missing | json-update | 1.9-1.12 | JSON file update failed: open apps/shop/values.yaml: no such file or directory
format.json | json-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": JSON file update failed: invalid character '<' looking for beginning of value
file-system.link-loop | json-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error joining path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.missing | json-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error reading JSON file "apps/shop": open apps/shop/values.yaml: no such file or directory
structured-file.value-not-scalar | json-update | 1.9-1.12 | value for key "image.tag" is not a scalar type
structured-file.value-not-scalar | json-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error setting key "image.tag" in JSON file: unsupported type
file-system.disk-full | json-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error writing updated JSON file "apps/shop": write out/manifests.yaml: no space left on device
# pkg/promotion/runner/builtin/yaml_merger.go promotion
file-system.link-loop | yaml-merge | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error joining path apps/shop with work dir apps/shop: lstat apps/current: too many levels of symbolic links
structured-file.merge-input-missing | yaml-merge | 1.9-1.12 | input file "apps/shop" not found: stat values.yaml: no such file or directory
file-system.permission-denied | yaml-merge | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": unexpected error with file "apps/shop": open apps/shop/values.yaml: permission denied
format.yaml | yaml-merge | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error merging YAML files: yaml: line 3: did not find expected key
file-system.disk-full | yaml-merge | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error merging YAML files: write out/manifests.yaml: no space left on device
# pkg/promotion/runner/builtin/yaml_parser.go promotion
configuration.empty-path | yaml-parse | 1.9-1.12 | YAML file path cannot be empty
configuration.invalid | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": invalid git-push config: outputs is required
expressions.compile | yaml-parse | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to extract outputs: error compiling expression "spec.": unexpected token EOF (1:6)
file-system.link-loop | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error joining path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.missing | yaml-parse | 1.9-1.12 | error reading YAML file "apps/shop": open apps/shop/values.yaml: no such file or directory
file-system.permission-denied | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error reading YAML file "apps/shop": open apps/shop/values.yaml: permission denied
structured-file.empty-file | yaml-parse | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": could not parse empty YAML file: "apps/shop"
format.yaml | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not parse YAML file: yaml: line 3: did not find expected key
expressions.compile | yaml-parse | 1.9-1.12 | error compiling expression "response.body.ok": unexpected token EOF (1:9)
expressions.evaluate | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error evaluating expression "response.body.ok": cannot fetch version from <nil> (1:4)
# pkg/promotion/runner/builtin/yaml_updater.go promotion
format.yaml | yaml-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": values file update failed: yaml: line 3: did not find expected key
file-system.missing | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: open apps/shop/values.yaml: no such file or directory
file-system.link-loop | yaml-update | 1.9-1.12 | error joining path "apps/shop": lstat apps/current: too many levels of symbolic links
format.yaml | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error updating image references in values file "apps/shop": yaml: line 3: did not find expected key
file-system.permission-denied | yaml-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error updating image references in values file "apps/shop": open apps/shop/values.yaml: permission denied
# pkg/yaml/decode.go promotion
structured-file.key-not-found | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to extract outputs: field 'apps/shop' not found
structured-file.index | yaml-parse | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to extract outputs: index out of range: 2
structured-file.key-not-scalar | yaml-parse | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to extract outputs: cannot access nested field on scalar node
# pkg/yaml/merge.go promotion
configuration.empty-path | yaml-merge | 1.9-1.12 | error merging YAML files: output path must not be empty
file-system.missing | yaml-merge | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error merging YAML files: error reading input file apps/shop: open apps/shop/values.yaml: no such file or directory
format.yaml | yaml-merge | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error merging YAML files: error merging in file apps/shop: yaml: line 3: did not find expected key
file-system.disk-full | yaml-merge | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error merging YAML files: error writing merged YAML to apps/shop: write out/manifests.yaml: no space left on device
file-system.disk-full | yaml-merge | 1.9-1.12 | error merging YAML files: error writing empty file to apps/shop: write out/manifests.yaml: no space left on device
# pkg/yaml/update.go promotion
structured-file.unsupported-content | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: unexpected node kind: apps/shop
structured-file.value-not-scalar | yaml-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error encoding new value: apps/shop
structured-file.key-syntax | yaml-update | 1.9-1.9 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: empty key
structured-file.key-syntax | yaml-update | 1.9-1.9 | values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: empty key part in key "image.tag"
structured-file.key-syntax | yaml-update | 1.9-1.9 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: unexpected colon in key "image.tag"
structured-file.key-syntax | yaml-update | 1.9-1.9 | an unrecoverable error occurred: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: invalid escape sequence in key "image.tag"
structured-file.index | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: invalid negative index: 2
structured-file.index | yaml-update | 1.9-1.12 | values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: invalid index format: -2
# pkg/yaml/yaml.go promotion
file-system.missing | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error reading file "apps/shop": open apps/shop/values.yaml: no such file or directory
format.yaml | yaml-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: yaml: line 3: did not find expected key
file-system.disk-full | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error writing mutated bytes to file "apps/shop": write out/manifests.yaml: no space left on device
format.yaml | yaml-update | 1.9-1.12 | values file update failed: error updating image references in values file "apps/shop/values.yaml": error unmarshaling input: yaml: line 3: did not find expected key
structured-file.key-not-found | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error finding key image.tag: key path not found
format.yaml | yaml-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error scanning input bytes: yaml: line 3: did not find expected key
structured-file.key-not-scalar | yaml-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error finding key image.tag: key path does not address a scalar node
structured-file.key-not-found | yaml-update | 1.9-1.12 | values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error finding key image.tag: key path not found
structured-file.key-syntax | yaml-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error splitting key image.tag: empty key part in key "image..tag"
# pkg/promotion/runner/builtin/toml_parser.go promotion
configuration.empty-path | toml-parse | 1.10-1.12 | step "deploy": TOML file path cannot be empty
configuration.invalid | toml-parse | 1.10-1.12 | invalid git-push config: outputs is required
expressions.compile | toml-parse | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to extract outputs: error compiling expression "spec.": unexpected token EOF (1:6)
file-system.link-loop | toml-parse | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": error joining path "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.missing | toml-parse | 1.10-1.12 | step "deploy": error reading TOML file "apps/shop": open apps/shop/values.yaml: no such file or directory
file-system.permission-denied | toml-parse | 1.10-1.12 | error reading TOML file "apps/shop": open apps/shop/values.yaml: permission denied
structured-file.empty-file | toml-parse | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not parse empty TOML file: "apps/shop"
format.toml | toml-parse | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": could not parse TOML file: toml: expected newline but got U+0022 '"'
expressions.compile | toml-parse | 1.10-1.12 | step "deploy": error compiling expression "response.body.ok": unexpected token EOF (1:9)
expressions.evaluate | toml-parse | 1.10-1.12 | error evaluating expression "response.body.ok": cannot fetch version from <nil> (1:4)
# pkg/promotion/runner/builtin/toml_updater.go promotion
file-system.missing | toml-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": TOML file update failed: open apps/shop/values.yaml: no such file or directory
format.toml | toml-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": TOML file update failed: toml: expected newline but got U+0022 '"'
file-system.link-loop | toml-update | 1.10-1.12 | step "deploy": error joining path "apps/shop": lstat apps/current: too many levels of symbolic links
format.toml | toml-update | 1.10-1.12 | error updating TOML file "apps/shop": toml: expected newline but got U+0022 '"'
# pkg/sjson/split_key.go promotion
structured-file.key-syntax | yaml-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error splitting key image..tag: empty key
structured-file.key-syntax | yaml-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error splitting key image..tag: empty key part in key "image.tag"
structured-file.key-syntax | yaml-update | 1.10-1.12 | step "deploy": values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error splitting key image..tag: unexpected colon in key "image.tag"
structured-file.key-syntax | yaml-update | 1.10-1.12 | values file update failed: error updating image references in values file "apps/shop/values.yaml": error mutating bytes: error splitting key image..tag: invalid escape sequence in key "image.tag"
# pkg/toml/toml.go promotion
file-system.missing | toml-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": error reading file "apps/shop": open apps/shop/values.yaml: no such file or directory
format.toml | toml-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": error mutating bytes: toml: expected newline but got U+0022 '"'
file-system.disk-full | toml-update | 1.10-1.12 | step "deploy": TOML file update failed: error updating TOML file "config.toml": error writing mutated bytes to file "apps/shop": write out/manifests.yaml: no space left on device
structured-file.key-syntax | toml-update | 1.10-1.12 | TOML file update failed: error updating TOML file "config.toml": error splitting key image.tag: empty key part in key "image..tag"
structured-file.key-not-scalar | toml-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": error finding key image.tag: key path addresses apps/shop instead of a scalar node
structured-file.key-not-found | toml-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": error finding key image.tag: key path not found
structured-file.value-not-scalar | toml-update | 1.10-1.12 | step "deploy": TOML file update failed: error updating TOML file "config.toml": error formatting value for key image.tag: unsupported type
structured-file.unsupported-content | toml-update | 1.10-1.12 | TOML file update failed: error updating TOML file "config.toml": invalid replacement range [2:2]
structured-file.value-not-scalar | toml-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": value is not a TOML scalar type
structured-file.value-not-scalar | toml-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": error marshaling TOML value: unsupported type
structured-file.value-not-scalar | toml-update | 1.10-1.12 | step "deploy": TOML file update failed: error updating TOML file "config.toml": unexpected encoded TOML value "apps/shop"
structured-file.unsupported-content | toml-update | 1.10-1.12 | TOML file update failed: error updating TOML file "config.toml": error parsing input: unsupported expression kind Target
format.toml | toml-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": TOML file update failed: error updating TOML file "config.toml": error parsing input: toml: expected newline but got U+0022 '"'
`);
