import type { IncomingHttpHeaders } from 'node:http';
import { accessDenied, pathDenied } from './accessDenied';
import type { Authorizer } from './Authorizer';
import { apiErrors } from './KubernetesApiError';
import type { RequestInfo } from './RequestInfo';
import type { UserInfo } from './UserInfo';

const ANONYMOUS: UserInfo = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : value) ?? '';
}

function authenticate(
  headers: IncomingHttpHeaders,
  authorizer: Authorizer,
): UserInfo {
  const token = /^Bearer +(\S+)$/i.exec(header(headers, 'authorization'))?.[1];
  if (token === undefined) {
    return ANONYMOUS;
  }
  const user = authorizer.authenticate(token);
  if (!user) {
    throw apiErrors.unauthorized();
  }
  return user;
}

function groupsOf(name: string, groups: readonly string[]): readonly string[] {
  const [, namespace] = /^system:serviceaccount:([^:]+):/.exec(name) ?? [];
  return [
    ...groups,
    ...(namespace
      ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
      : []),
    'system:authenticated',
  ];
}

/** Refuses with the text of a user who has no right to impersonate at all, or of one who may not be this one. */
function denyImpersonation(
  user: UserInfo,
  name: string,
  info: RequestInfo,
  authorizer: Authorizer,
): Error {
  if (!authorizer.mayImpersonate(user) && info.kind === 'resource') {
    return accessDenied(user, {
      ...info,
      verb: `impersonate-on:user-info:${info.verb}`,
    });
  }
  return accessDenied(user, {
    verb: 'impersonate',
    group: '',
    resource: 'users',
    name,
  });
}

/** Who makes the request, after authentication and impersonation. @throws a 401 or 403. */
export function requestUser(
  headers: IncomingHttpHeaders,
  info: RequestInfo,
  authorizer: Authorizer,
): UserInfo {
  const user = authenticate(headers, authorizer);
  const name = header(headers, 'impersonate-user');
  const groups = header(headers, 'impersonate-group')
    .split(',')
    .map(group => group.trim())
    .filter(group => group !== '');
  if (name === '') {
    if (groups.length > 0) {
      throw apiErrors.badRequest(
        `requested &user.DefaultInfo{Name:"", UID:"", Groups:[]string{${groups
          .map(group => `"${group}"`)
          .join(
            ', ',
          )}}, Extra:map[string][]string(nil)} without impersonating a user name`,
      );
    }
    return user;
  }
  const impersonate = { verb: 'impersonate', group: '' };
  if (!authorizer.allows(user, { ...impersonate, resource: 'users', name })) {
    throw denyImpersonation(user, name, info, authorizer);
  }
  for (const group of groups) {
    const attributes = { ...impersonate, resource: 'groups', name: group };
    if (!authorizer.allows(user, attributes)) {
      throw accessDenied(user, attributes);
    }
  }
  const uid = header(headers, 'impersonate-uid');
  const authentication = {
    verb: 'impersonate',
    group: 'authentication.k8s.io',
  };
  const extras = Object.keys(headers).filter(key =>
    key.startsWith('impersonate-extra-'),
  );
  const further = [
    ...(uid ? [{ ...authentication, resource: 'uids', name: uid }] : []),
    ...extras.map(key => ({
      ...authentication,
      resource: 'userextras',
      subresource: key.slice('impersonate-extra-'.length),
      name: header(headers, key),
    })),
  ];
  for (const attributes of further) {
    if (!authorizer.allows(user, attributes)) {
      throw accessDenied(user, attributes);
    }
  }
  return {
    name,
    ...(uid && { uid }),
    groups: groupsOf(name, groups),
  };
}

/** @throws a 403 where the user may not do what the request is about. */
export function requireAccess(
  user: UserInfo,
  info: RequestInfo,
  authorizer: Authorizer,
): void {
  if (info.kind === 'path') {
    if (!authorizer.allowsPath(user, info.path, info.verb)) {
      throw pathDenied(user, info.path, info.verb);
    }
  } else if (!authorizer.allows(user, info)) {
    throw accessDenied(user, info);
  }
}
