/* Licensed under the Apache License, Version 2.0; see LICENSE. */
window.ui = SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#page',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
});
