import { string } from '@opentbk/top'

export const tokenResult = string({
  note: 'JSON: access_token, refresh_token, their lives in seconds and ends in epoch milliseconds, taobao_user_id, taobao_user_nick (percent-encoded), taobao_open_uid',
  example:
    '{"access_token":"6200…","token_type":"Bearer","expires_in":2592000,"refresh_token":"6200…","re_expires_in":5184000,"taobao_user_id":"100000001","taobao_user_nick":"%E6%8E%A8"}',
})
