package org.w3id.materia.search;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.store.ResourceKey;

/**
 * A resource as the oracle sees it: parsed from the bytes that are stored.
 *
 * @param siblings those that come from the same monograph
 */
record OracleItem(ResourceKey key, Resource resource, List<Resource> siblings) {}
