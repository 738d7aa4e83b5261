export { DatabaseFreezeNoticeStore } from './DatabaseFreezeNoticeStore';
export { FreezeAnnouncer } from './FreezeAnnouncer';
export { readFreezeNoticeConfig } from './readFreezeNoticeConfig';
