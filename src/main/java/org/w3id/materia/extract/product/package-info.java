/** What the monograph is about: its ingredients, whether it describes a product, routes, dose forms, classes, other names. */
package org.w3id.materia.extract.product;
