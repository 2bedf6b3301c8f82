import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Makes the records of a folder of classes plain final classes, in place: {@code java -cp asm.jar
 * scripts/PlainRecords.java FOLDER}.
 *
 * <p>A virtual machine refuses to take a record with annotated components in a changed form, and
 * ends: PIT would count each mutant of such a class as killed, by no test. Only for the classes
 * that PIT works on.
 */
public final class PlainRecords {
  public static void main(String[] args) throws IOException {
    List<Path> classes;
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      classes = files.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : classes) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      if ("java/lang/Record".equals(reader.getSuperName())) {
        ClassWriter writer = new ClassWriter(0);
        reader.accept(withoutComponents(writer), 0);
        Files.write(file, writer.toByteArray());
      }
    }
  }

  private static ClassVisitor withoutComponents(ClassWriter writer) {
    return new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public void visit(
          int version,
          int access,
          String name,
          String signature,
          String parent,
          String[] interfaces) {
        super.visit(version, access & ~Opcodes.ACC_RECORD, name, signature, parent, interfaces);
      }

      @Override
      public RecordComponentVisitor visitRecordComponent(
          String name, String type, String signature) {
        return null;
      }
    };
  }
}
