package org.w3id.materia.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;

/**
 * By which converter and from which bytes the resources of a monograph were made → Provenance (FHIR R4, 6.3). When it was recorded is
 * set as it is encoded.
 */
final class ProvenanceMapper {
    /** The object identifier of SHA-256 itself (NIST, Computer Security Objects Register): the value is a digest. */
    private static final String SHA_256 = "urn:oid:2.16.840.1.101.3.4.2.1";

    private static final String CONVERTER = "converter";

    private final MonographScope scope;
    private final String converterVersion;

    ProvenanceMapper(MonographScope scope, String converterVersion) {
        this.scope = scope;
        this.converterVersion = converterVersion;
    }

    /** The Provenance of all these resources but the Substances, which are no one monograph's. */
    Provenance map(List<Resource> resources) {
        String hash = scope.monograph().source().hash();
        Provenance resource = scope.begin(new Provenance(), scope.id());
        resources.stream()
                .filter(r -> !r.fhirType().equals("Substance"))
                .forEach(r -> resource.addTarget(new Reference(r.fhirType() + "/" + r.getIdPart())));
        resource.setActivity(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "CREATE", "create")));
        resource.addContained(converter());
        resource.addAgent()
                .setType(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", "Assembler")))
                .setWho(new Reference("#" + CONVERTER).setDisplay("Materia " + converterVersion));
        resource.addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference("Binary/" + scope.id())
                        .setIdentifier(new Identifier().setSystem(SHA_256).setValue(hash)));
        resource.setText(new NarrativeBuilder()
                .title(scope.name() + ": provenance")
                .line("Converted by", "Materia " + converterVersion)
                .line("From", scope.monograph().source().path())
                .line("SHA-256 of the source", hash)
                .generated());
        return resource;
    }

    private Device converter() {
        Device device = new Device();
        device.setId(CONVERTER);
        device.addDeviceName().setName("Materia").setType(Device.DeviceNameType.MODELNAME);
        device.addVersion().setValue(converterVersion);
        return device;
    }
}
