package org.w3id.materia.extract;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.fact.Mechanism;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/** How the drug works: the sentences of the section "How it Works". */
final class MechanismExtractor {
    private MechanismExtractor() {}

    static List<Mechanism> extract(Monograph monograph, List<Statement> statements, Product product) {
        String source = monograph.source().text();
        return statements.stream()
                .filter(s -> s.section().kind() == SectionKind.HOW_IT_WORKS)
                .filter(s -> s.role() == Role.SENTENCE || s.role() == Role.LEAD_IN || s.role() == Role.CELL)
                .map(s -> new Mechanism(s.text().text(), ingredientOf(s, product), s.evidence(source)))
                .toList();
    }

    private static Optional<String> ingredientOf(Statement statement, Product product) {
        return product.ingredientNamed(statement);
    }
}
