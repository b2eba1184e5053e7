/**
 * The tracking component (淘点金组件) that publishers put on their pages:
 * `<script async src="https://…/component.js?site=<id>"></script>`. It says once a page view on which host it is.
 *
 * It reads the site from its own address, so that the text is one for all sites and a cached copy does the same. It
 * sends by POST since browsers put the Origin on that, also when the page's policy keeps addresses to itself, while
 * an image has but a Referer that many pages leave out. No cookie goes along, and of the page's address the host alone.
 */
export const componentScript = `(function () {
  'use strict'
  var script = document.currentScript || document.querySelector('script[src*="/component.js?site="]')
  if (!script || !script.src || !window.fetch) return
  var address = new URL(script.src)
  var site = address.searchParams.get('site')
  var sent = (window.openTbkComponent = window.openTbkComponent || {})
  if (!site || sent[address.origin + ' ' + site]) return
  sent[address.origin + ' ' + site] = true
  fetch(new URL('component/beacon?site=' + encodeURIComponent(site), address), {
    method: 'POST',
    mode: 'no-cors',
    credentials: 'omit',
    keepalive: true,
    referrerPolicy: 'origin',
  }).catch(function () {})
})()
`
