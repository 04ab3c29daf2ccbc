package io.rampline.proving.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A Java file as the compiler's own parser sees it, for what class files no longer tell: lengths, and what was written
 * but not run.
 */
record SourceFile(Path path, CompilationUnitTree unit, SourcePositions positions) {
    static final int LINES_MAX = 400;
    static final int METHOD_LINES_MAX = 50;

    private static final Pattern SKIPPING_ANNOTATION = Pattern.compile("(Disabled|Enabled|Ignore).*");
    private static final Pattern SKIPPING_CALL = Pattern.compile("assum(e|ing).*|abort");

    /** Parses the files; a file that does not parse is the compiler's to refuse, not ours. */
    static List<SourceFile> parse(List<Path> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> new SourceFile(Path.of(unit.getSourceFile().toUri()), unit, positions))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file or its methods where they are too long, one line each. */
    List<String> tooLong() {
        List<String> found = new ArrayList<>();
        long lines = lineAt(positions.getEndPosition(unit, unit));
        if (lines > LINES_MAX) {
            found.add(path + ": " + lines + " lines, at most " + LINES_MAX + ". Maybe look for the second idea in it.");
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                long start = positions.getStartPosition(unit, method);
                long end = positions.getEndPosition(unit, method);
                if (start >= 0 && end >= 0) {
                    long length = lineAt(end) - lineAt(start) + 1;
                    if (length > METHOD_LINES_MAX) {
                        found.add(path + ":" + lineAt(start) + ": " + method.getName() + " has " + length
                                + " lines, at most " + METHOD_LINES_MAX + ". Maybe look for the second idea in it.");
                    }
                }
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
        return found;
    }

    /** The places where a test could end without having been run, one line each. */
    List<String> skippedTests() {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void unused) {
                String name = lastName(annotation.getAnnotationType());
                if (SKIPPING_ANNOTATION.matcher(name).matches()) {
                    found.add(at(annotation) + ": @" + name + ". Maybe delete the test, or make it run everywhere.");
                }
                return super.visitAnnotation(annotation, null);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                String name = lastName(call.getMethodSelect());
                if (SKIPPING_CALL.matcher(name).matches()) {
                    found.add(at(call) + ": " + name + "(...). Maybe assert it, or make what the test needs itself.");
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(unit, null);
        return found;
    }

    private String at(Tree tree) {
        return path + ":" + lineAt(positions.getStartPosition(unit, tree));
    }

    private long lineAt(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static String lastName(Tree name) {
        return switch (name) {
            case IdentifierTree simple -> simple.getName().toString();
            case MemberSelectTree qualified -> qualified.getIdentifier().toString();
            default -> "";
        };
    }
}
