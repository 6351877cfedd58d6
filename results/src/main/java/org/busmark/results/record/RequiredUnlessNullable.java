package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * A record's component must be in the document unless its type says {@code @Nullable}, or it came later and is empty in
 * older files ({@code @JsonSetter(nulls = AS_EMPTY)}): stated once, in the record.
 */
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            if (components != null && parameter.getOwner().getParameterCount() == components.length) {
                return !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !isEmptyWhenAbsent(parameter);
            }
        }
        return super.hasRequiredMarker(member);
    }

    private static boolean isEmptyWhenAbsent(AnnotatedParameter parameter) {
        JsonSetter setter = parameter.getAnnotation(JsonSetter.class);
        return setter != null && setter.nulls() == Nulls.AS_EMPTY;
    }
}
