package org.w3id.materia;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Public types and public methods say what they are for. Nothing need be said of what overrides, and of what only returns a field: the
 * overridden method and the field's name have said it.
 */
class DocumentationTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void whatIsPublicSaysWhatItIsFor() throws IOException {
        assertThat(undocumented()).as("without a docstring").isEmpty();
    }

    private static List<String> undocumented() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            Undocumented found = new Undocumented(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                found.scan(unit, null);
            }
            return found.names.build().toList();
        }
    }

    /** Looks through what can be seen from outside its package. */
    private static final class Undocumented extends TreePathScanner<Void, Void> {
        private static final String OURS = "org.w3id.materia.";

        private final DocTrees comments;
        private final Stream.Builder<String> names = Stream.builder();

        Undocumented(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isPublic(type.getModifiers())) {
                return null;
            }
            check(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean constructor = method.getReturnType() == null;
            if (isPublic(method.getModifiers()) && !constructor && !overrides(method) && !returnsAField(method)) {
                check(owner() + '#' + method.getName());
            }
            return null; // What is declared within is nobody else's.
        }

        private void check(String name) {
            if (comments.getDocComment(getCurrentPath()) == null) {
                String place = getCurrentPath().getCompilationUnit().getPackageName() + "." + name;
                names.add(place.substring(OURS.length()));
            }
        }

        private String owner() {
            return ((ClassTree) getCurrentPath().getParentPath().getLeaf())
                    .getSimpleName()
                    .toString();
        }

        /** Members of interfaces are public without saying so. */
        private boolean isPublic(ModifiersTree modifiers) {
            TreePath parent = getCurrentPath().getParentPath();
            boolean inInterface = Optional.ofNullable(parent)
                    .filter(p -> p.getLeaf().getKind() == Tree.Kind.INTERFACE)
                    .isPresent();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE);
        }

        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        }

        private static boolean returnsAField(MethodTree method) {
            BlockTree body = method.getBody();
            if (body == null
                    || !method.getParameters().isEmpty()
                    || body.getStatements().size() != 1) {
                return false;
            }
            ExpressionTree returned =
                    body.getStatements().get(0) instanceof ReturnTree statement ? statement.getExpression() : null;
            return returned instanceof IdentifierTree;
        }
    }
}
