import { ruleFamily } from '../rule';

/** What clouds answer when Kargo asks for credentials. */
export const CLOUD_RULES = ruleFamily(
  'cloud',
  {
    layer: 'outside',
    source: 'AWS, Google Cloud, Azure, GitHub',
    whoCanAct: 'platform-team',
  },
  [
    {
      id: 'aws-denied',
      patterns: [
        'AccessDeniedException',
        'AccessDenied: ',
        'is not authorized to perform: ',
        'UnrecognizedClientException',
        'InvalidClientTokenId',
        'ExpiredToken',
        'no EC2 IMDS role found',
        'InvalidIdentityToken',
        'SignatureDoesNotMatch',
      ],
      cause: 'AWS refused the identity of Kargo.',
      nextStep:
        'Check the role and its trust, or the access key in the Secret.',
    },
    {
      id: 'google-denied',
      patterns: [
        '"error": "invalid_grant"',
        'invalid_grant',
        'PERMISSION_DENIED',
        "Permission 'iam.serviceAccounts.getAccessToken' denied",
        'could not find default credentials',
        'oauth2: cannot fetch token: ',
      ],
      cause: 'Google Cloud refused the identity of Kargo.',
      nextStep:
        'Check the key of the service account, or the binding of the workload identity.',
    },
    {
      id: 'azure-denied',
      patterns: [
        'AADSTS',
        'DefaultAzureCredential: failed to acquire a token',
        'WorkloadIdentityCredential',
        'ManagedIdentityCredential',
      ],
      cause: 'Azure refused the identity of Kargo.',
      nextStep: 'Check the federated credential and the roles of the identity.',
    },
    {
      id: 'github-app',
      patterns: [
        'A JSON web token could not be decoded',
        "'Issued at' claim ('iat')",
        "'Expiration time' claim ('exp')",
        'Integration not found',
        'This installation has been suspended',
        'received non 2xx response status "{status}" when fetching ',
      ],
      cause: 'GitHub refused the App of Kargo.',
      nextStep:
        'Check the App id, the installation, the private key and the clock of the controller.',
    },
  ],
);
