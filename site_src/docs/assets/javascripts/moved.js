/* On the page of an address that has moved: go on at once, keeping the place on the page. */
location.replace(document.querySelector("main a").href + location.hash)
