package org.w3id.materia.cli;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.search.definition.SearchParameters;

/**
 * FHIR R4's model and the search parameters, read once in a process. Both take long at a start, so each is read on a thread of its own,
 * beside whatever else the start has to do.
 */
final class SharedModel {
    private static final CompletableFuture<FhirContext> CONTEXT = beside("fhir-model", SharedModel::readModel);
    private static final CompletableFuture<SearchParameters> PARAMETERS =
            beside("search-parameters", SearchParameters::load);

    private SharedModel() {}

    /** Returns at once; who needs them later waits less. */
    static void beginReading() {
        // Loading this class has begun it.
    }

    /** FHIR R4's model, once it is read. */
    static FhirContext context() {
        return CONTEXT.join();
    }

    /** The search parameters that are indexed and served, once they are read. */
    static SearchParameters parameters() {
        return PARAMETERS.join();
    }

    private static FhirContext readModel() {
        FhirContext r4 = FhirContext.forR4Cached();
        r4.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        r4.getResourceDefinition("MedicationKnowledge");
        return r4;
    }

    /** Not in the pool that all share, which has a single thread where there are two processors. */
    private static <T> CompletableFuture<T> beside(String name, Supplier<T> reading) {
        return CompletableFuture.supplyAsync(
                reading, task -> DaemonThreads.named(name).newThread(task).start());
    }
}
