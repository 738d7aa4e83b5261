import type { ResourceType } from '@fairway/kubernetes-resources';

const argoproj = (plural: string): ResourceType => ({
  group: 'argoproj.io',
  apiVersion: 'v1alpha1',
  plural,
});

export const APPLICATIONS = argoproj('applications');

export const APP_PROJECTS = argoproj('appprojects');
