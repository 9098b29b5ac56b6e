// validatorUrl: the document is sent to nobody.
SwaggerUIBundle({
  url: "../api-docs",
  dom_id: "#swagger-ui",
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  filter: true,
  validatorUrl: null,
});
