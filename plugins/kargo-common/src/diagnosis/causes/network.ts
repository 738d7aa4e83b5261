import { ruleFamily } from '../rule';

/** What the network between a controller and the outside does. */
export const NETWORK_RULES = ruleFamily(
  'network',
  {
    layer: 'outside',
    source: 'Go net, crypto/tls; libcurl',
    whoCanAct: 'platform-team',
    safeToRetry: 'yes',
  },
  [
    {
      id: 'dns',
      patterns: [
        'no such host',
        'Could not resolve host',
        'server misbehaving',
        'Temporary failure in name resolution',
        'Name or service not known',
        'Could not resolve hostname',
      ],
      cause: 'The name of the host cannot be resolved from the controller.',
      nextStep:
        'Check the host in the URL; then the DNS and the egress policy of the controller.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'refused',
      patterns: [
        'connection refused',
        'Connection refused',
        "Couldn't connect to server",
      ],
      cause:
        'Nothing accepts connections at the address: the service is down, or a firewall refuses.',
      nextStep:
        'Check that the service runs and that the controller may reach it.',
    },
    {
      id: 'unreachable',
      patterns: [
        'no route to host',
        'cannot assign requested address',
        'network is unreachable',
        'No route to host',
        'Network is unreachable',
      ],
      cause:
        'There is no way through the network from the controller to the host.',
      nextStep:
        'Check the egress policy, the proxy and the routes of the controller.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'timeout',
      patterns: [
        'i/o timeout',
        'Connection timed out',
        'connection timed out',
        'TLS handshake timeout',
        'Client.Timeout exceeded',
        'Operation timed out',
        'timeout awaiting response headers',
        'Operation too slow',
      ],
      cause:
        'The host did not answer in time: it is overloaded, or a firewall drops the packets.',
      nextStep:
        'Try again; if it returns, check the egress policy and the load of the service.',
    },
    {
      id: 'reset',
      patterns: [
        'connection reset by peer',
        'gnutls_handshake() failed',
        'SSL_ERROR_SYSCALL',
        'Connection reset by peer',
        'broken pipe',
        'http2: server sent GOAWAY',
        'http2: client connection lost',
        'use of closed network connection',
        'unexpected EOF',
        ': EOF$',
        'Empty reply from server',
      ],
      cause: 'The connection was cut off in the middle.',
      nextStep:
        'Try again; if it returns, look at proxies and load balancers in between.',
    },
    {
      id: 'tls-unknown-authority',
      patterns: [
        'certificate signed by unknown authority',
        'self-signed certificate',
        'self signed certificate',
        'unable to get local issuer certificate',
        'server certificate verification failed',
        'SSL certificate problem: ',
      ],
      cause: 'The controller does not trust the certificate of the server.',
      nextStep: 'Give the controller the certificate of the company authority.',
      safeToRetry: 'after-fix',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'tls-expired',
      patterns: [
        'certificate has expired or is not yet valid',
        'certificate has expired',
      ],
      cause:
        'The certificate of the server has expired, or the clock of the controller is wrong.',
      nextStep: 'Renew the certificate of the server.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'tls-host-name',
      patterns: [
        'x509: certificate is valid for ',
        'relies on legacy Common Name field',
        'x509: cannot validate certificate for ',
        'no alternative certificate subject name matches',
        'certificate is not valid for any names',
      ],
      cause: 'The certificate of the server is for another name.',
      nextStep:
        'Use the name of the certificate in the URL, or renew the certificate.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'tls-protocol',
      patterns: [
        'server gave HTTP response to HTTPS client',
        'first record does not look like a TLS handshake',
        'remote error: tls: ',
        'tls: handshake failure',
        'wrong version number',
        'tls: unsupported protocol',
      ],
      cause:
        'Client and server do not agree on TLS: the server speaks plain HTTP, or asks for a client certificate or another version.',
      nextStep:
        'Check the scheme and the port of the URL, then the TLS settings of the server.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'proxy',
      patterns: [
        'proxyconnect tcp: ',
        'Proxy Authentication Required',
        'Received HTTP code {status:d} from proxy',
        'Received HTTP code 407 from proxy',
        'CONNECT tunnel failed',
        'Could not resolve proxy',
      ],
      cause: 'The proxy of the controller refuses or cannot be reached.',
      nextStep:
        'Check the proxy settings of the controller and its rights at the proxy.',
      safeToRetry: 'after-fix',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'bad-url',
      patterns: [
        'unsupported protocol scheme',
        'invalid URL escape',
        'first path segment in URL cannot contain colon',
        'missing protocol scheme',
        'invalid character " " in host name',
        'no Host in request URL',
        'invalid port ',
        'net/http: invalid method',
        'net/http: invalid header field',
      ],
      cause: 'The address, method or header of the request is not well formed.',
      nextStep:
        'Correct the address; an expression that has become empty is a usual reason.',
      safeToRetry: 'after-fix',
      whoCanAct: 'developer',
    },
    {
      id: 'redirects',
      patterns: [
        'stopped after 10 redirects',
        'Maximum (20) redirects followed',
      ],
      cause: 'The server redirects in a circle, mostly to a login page.',
      nextStep: 'Open the address without a session and follow where it leads.',
      safeToRetry: 'after-fix',
    },
  ],
);
