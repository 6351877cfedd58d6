package org.busmark.results.record;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** A record's component must be in the document unless its type says {@code @Nullable}: stated once, in the record. */
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            if (components != null && parameter.getOwner().getParameterCount() == components.length) {
                return !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
        }
        return super.hasRequiredMarker(member);
    }
}
