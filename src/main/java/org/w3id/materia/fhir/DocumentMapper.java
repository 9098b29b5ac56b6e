package org.w3id.materia.fhir;

import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.model.Sha;

/** The Markdown itself → Binary (FHIR R4, 2.44), and where it is → DocumentReference (10.4). */
final class DocumentMapper {
    private static final String MARKDOWN = "text/markdown";

    private final MonographScope scope;
    private final byte[] bytes;

    DocumentMapper(MonographScope scope) {
        this.scope = scope;
        this.bytes = scope.monograph().source().text().getBytes(StandardCharsets.UTF_8);
    }

    Binary binary() {
        Binary resource = scope.begin(new Binary(), scope.id());
        resource.setContentType(MARKDOWN);
        resource.setData(bytes);
        return resource;
    }

    /** A text that describes no product is marked as entered in error, in the machine's words and in ours. */
    DocumentReference documentReference() {
        boolean refusal = scope.product().kind() == Product.Kind.REFUSAL;
        DocumentReference resource = scope.begin(new DocumentReference(), scope.id());
        resource.setStatus(refusal ? DocumentReferenceStatus.ENTEREDINERROR : DocumentReferenceStatus.CURRENT);
        resource.setDocStatus(refusal ? ReferredDocumentStatus.ENTEREDINERROR : ReferredDocumentStatus.FINAL);
        resource.setType(scope.vocabulary().concept("document-type", "drug-monograph"));
        resource.setDescription(description());
        resource.addContent().setAttachment(attachment());
        if (!refusal) {
            resource.getContext()
                    .addRelated(new Reference("MedicationKnowledge/" + scope.id()).setDisplay(scope.name()));
        }
        resource.setText(new NarrativeBuilder()
                .title(scope.name())
                .paragraph(description())
                .line("File", scope.monograph().source().path())
                .generated());
        return resource;
    }

    private String description() {
        return switch (scope.product().kind()) {
            case MONOGRAPH -> "Drug monograph of " + scope.name();
            case COMPONENT ->
                "Drug monograph of the ingredients of " + scope.name() + ", which is not a product that can be given";
            case REFUSAL -> "Not a medicine: this text says that it cannot describe the product";
        };
    }

    private Attachment attachment() {
        Attachment attachment = new Attachment();
        attachment.setContentType(MARKDOWN);
        attachment.setUrl("Binary/" + scope.id());
        attachment.setSize(bytes.length);
        attachment.setHash(Sha.digest1(bytes));
        attachment.setTitle(scope.monograph().source().path());
        return attachment;
    }
}
