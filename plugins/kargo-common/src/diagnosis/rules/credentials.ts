import { ruleFamily } from '../rule';

/** Credentials that Kargo looks up or exchanges, by provider. */
export const CREDENTIAL_RULES = [
  ...ruleFamily(
    'credentials',
    { source: 'pkg/credentials', whoCanAct: 'platform-team' },
    [
      {
        id: 'ecr',
        patterns: [
          'error getting ECR auth token: ',
          'error getting ECR authorization token: ',
          'error loading AWS config',
          'no authorization data returned',
          'no authorization token returned',
        ],
        source: 'pkg/credentials/ecr',
        cause:
          'AWS gave Kargo no token for the registry: the role or the access key may not read it.',
        nextStep:
          'Check the role of the controller, or of the project, and its right ecr:GetAuthorizationToken.',
        confidence: 'likely',
      },
      {
        id: 'ecr-token',
        patterns: ['error decoding token: ', 'invalid token format'],
        source: 'pkg/credentials/ecr/access_key.go',
        cause: 'AWS answered with a token that Kargo cannot read.',
        nextStep:
          'Check that nothing between the controller and AWS changes answers.',
        confidence: 'likely',
      },
      {
        id: 'gar',
        patterns: [
          'error getting GCP access token: ',
          'error getting GCP project ID: ',
          'error getting GCP default token source: ',
          'error decoding service account key: ',
          'error parsing service account key: ',
          'error getting access token: ',
        ],
        source: 'pkg/credentials/gar',
        cause:
          'Google Cloud gave Kargo no token for the registry: the service account, its key or its binding is not right.',
        nextStep:
          'Check the key in the Secret, or the binding of the workload identity.',
        confidence: 'likely',
      },
      {
        id: 'acr',
        patterns: [
          'error getting ACR access token: ',
          'failed to get Azure AD access token for ACR: ',
          'failed to create ACR authentication client: ',
          'failed to exchange Azure AD token for ACR refresh token: ',
          'received empty ACR refresh token',
        ],
        source: 'pkg/credentials/acr/workload_identity.go',
        cause:
          'Azure gave Kargo no token for the registry: the workload identity lacks the right to pull.',
        nextStep:
          'Check the federated credential of the controller and its role AcrPull.',
        confidence: 'likely',
      },
      {
        id: 'github-app',
        patterns: [
          'error getting installation access token: ',
          'error minting installation access token: ',
          'error creating application token source: ',
          'error validating installation access token: ',
          'mint token process interrupted',
        ],
        source: 'pkg/credentials/github/app.go',
        cause:
          'GitHub gave Kargo no token for its App: the App, the installation or the private key is not right, or the App has no access to the repository.',
        nextStep:
          'Check the App id, the installation id and the private key in the Secret, and which repositories the App is installed on.',
        confidence: 'likely',
      },
      {
        id: 'github-app-secret',
        patterns: [
          'error unmarshaling scope map: ',
          'error parsing installation ID: ',
          'error decoding private key: ',
          'probable corrupt base64 encoding of private key',
        ],
        source: 'pkg/credentials/github/app.go',
        cause: 'The Secret with the GitHub App is malformed.',
        nextStep:
          'Store the installation id as digits and the private key as it was downloaded, without base64.',
      },
      {
        id: 'lookup',
        patterns: [
          'failed to get {type:w} creds for {repository:w} in namespace ',
          'failed to get {type:w} creds for {repository:w} in shared namespace ',
        ],
        source: 'pkg/credentials/kubernetes/database.go',
        cause:
          'The controller could not read the Secrets with credentials for {repository}.',
        nextStep:
          'Check the rights of the controller to Secrets of the project, then that the API server answers.',
        whoCanAct: 'kargo-admin',
        confidence: 'likely',
      },
    ],
  ),
];
