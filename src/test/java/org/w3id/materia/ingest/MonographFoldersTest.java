package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Finding;

class MonographFoldersTest {
    @TempDir
    Path folder;

    @Test
    void takesMarkdownBelowTheFolderInTheOrderOfPaths() throws Exception {
        write("b/two.md");
        write("a.md");
        write("b/one.md");
        write("b/c/three.md");
        write("notes.txt");
        write("picture.md.png");
        write(".git/config.md");
        write("b/.hidden.md");
        MonographFolders.Listing listing = list();
        assertThat(paths(listing)).containsExactly("a.md", "b/c/three.md", "b/one.md", "b/two.md");
        assertThat(listing.findings()).isEmpty();
        assertThat(listing.folders()).containsExactly(folder, folder.resolve("b"), folder.resolve("b/c"));
    }

    @Test
    void whatKeepsARepositoryIsNoMonograph() throws Exception {
        List<String> names =
                List.of("README.md", "Readme.de.md", "CHANGELOG.md", "LICENSE-DATA.md", "b/CONTRIBUTING.md");
        for (String name : names) {
            write(name);
        }
        write("readmexin.md");
        MonographFolders.Listing listing = list();
        assertThat(paths(listing)).containsExactly("readmexin.md");
        assertThat(listing.findings())
                .hasSize(names.size())
                .allMatch(f -> f.code().equals("not-a-monograph") && f.severity() == Finding.Severity.INFORMATION);
    }

    @Test
    void emptyFolderHasNothing() throws Exception {
        assertThat(list()).isEqualTo(new MonographFolders.Listing(List.of(), List.of(folder), List.of()));
    }

    @Test
    void hiddenFolderIsReadWhereItIsNamed() throws Exception {
        write(".drugs/a.md");
        assertThat(paths(MonographFolders.list(List.of(folder.resolve(".drugs")))))
                .containsExactly("a.md");
    }

    @Test
    void linksAreFollowed() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(elsewhere.resolve("linked.md"), "# Linked");
        Files.createSymbolicLink(root.resolve("folder"), elsewhere);
        Files.createSymbolicLink(root.resolve("file.md"), elsewhere.resolve("linked.md"));
        assertThat(paths(MonographFolders.list(List.of(root)))).containsExactly("file.md", "folder/linked.md");
    }

    @Test
    void loopOfLinksEndsWithAFinding() throws Exception {
        write("a/one.md");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        MonographFolders.Listing listing = list();
        assertThat(paths(listing)).containsExactly("a/one.md");
        assertThat(codes(listing)).containsExactly("a/again/ folder-linked-again");
    }

    @Test
    void danglingLinkIsAFinding() throws Exception {
        write("a.md");
        Files.createSymbolicLink(folder.resolve("gone.md"), folder.resolve("nowhere.md"));
        MonographFolders.Listing listing = list();
        assertThat(paths(listing)).containsExactly("a.md");
        assertThat(codes(listing)).containsExactly("gone.md dangling-link");
    }

    @Test
    void linkToItselfIsAFinding() throws Exception {
        Files.createSymbolicLink(folder.resolve("self.md"), folder.resolve("self.md"));
        assertThat(codes(list())).containsExactly("self.md not-a-file");
    }

    @Test
    void folderWhoseNameEndsLikeAFileIsAFolder() throws Exception {
        write("odd.md/inner.md");
        assertThat(paths(list())).containsExactly("odd.md/inner.md");
    }

    @Test
    void fileAboveTheLimitIsAFinding() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large.md").toFile(), "rw")) {
            file.setLength(MonographFolders.LARGEST_FILE + 1);
        }
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("limit.md").toFile(), "rw")) {
            file.setLength(MonographFolders.LARGEST_FILE);
        }
        MonographFolders.Listing listing = list();
        assertThat(paths(listing)).containsExactly("limit.md");
        assertThat(codes(listing)).containsExactly("large.md too-large");
    }

    @Test
    void whatCannotBeReadIsAFinding() throws Exception {
        write("a.md");
        write("secret.md");
        write("vault/b.md");
        Files.setPosixFilePermissions(folder.resolve("secret.md"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder.resolve("vault"), PosixFilePermissions.fromString("---------"));
        boolean permitted = Files.isReadable(folder.resolve("secret.md"));
        MonographFolders.Listing listing = permitted ? null : list();
        Files.setPosixFilePermissions(folder.resolve("vault"), PosixFilePermissions.fromString("rwx------"));
        Assumptions.assumeFalse(permitted, "this user may read everything");
        assertThat(paths(listing)).containsExactly("a.md");
        assertThat(codes(listing)).containsExactly("secret.md file-unreadable", "vault/ folder-unreadable");
    }

    @Test
    void firstOfTwoFilesWithOneIdIsTaken() throws Exception {
        write("x/aspirin.md");
        write("b/aspirin.md");
        MonographFolders.Listing listing = MonographFolders.list(List.of(folder.resolve("x"), folder.resolve("b")));
        assertThat(listing.files()).containsExactly(new MonographFile("aspirin.md", folder.resolve("x/aspirin.md")));
        assertThat(listing.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.code()).isEqualTo("duplicate-id");
            assertThat(finding.message())
                    .contains("'aspirin'")
                    .contains(folder.resolve("x/aspirin.md").toString())
                    .contains(folder.resolve("b/aspirin.md").toString());
        });
    }

    @Test
    void folderNamedTwiceIsReadOnce() throws Exception {
        write("a.md");
        MonographFolders.Listing listing = MonographFolders.list(List.of(folder, folder));
        assertThat(paths(listing)).containsExactly("a.md");
        assertThat(listing.findings()).extracting(Finding::code).containsExactly("folder-linked-again");
    }

    @Test
    void folderThatDoesNotExistIsAnError() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> MonographFolders.list(List.of(folder, missing)))
                .isInstanceOf(UnusableFolderException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("does not exist");
    }

    @Test
    void fileInPlaceOfAFolderIsAnError() throws Exception {
        write("a.md");
        assertThatThrownBy(() -> MonographFolders.list(List.of(folder.resolve("a.md"))))
                .isInstanceOf(UnusableFolderException.class)
                .hasMessageContaining("not a folder");
    }

    private MonographFolders.Listing list() throws UnusableFolderException {
        return MonographFolders.list(List.of(folder));
    }

    private static List<String> paths(MonographFolders.Listing listing) {
        return listing.files().stream().map(MonographFile::path).toList();
    }

    private static List<String> codes(MonographFolders.Listing listing) {
        return listing.findings().stream().map(f -> f.path() + " " + f.code()).toList();
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# " + path);
    }
}
