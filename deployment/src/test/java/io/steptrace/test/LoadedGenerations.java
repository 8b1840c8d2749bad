package io.steptrace.test;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts class loaders across live reloads: in a place that all of them share, and that holds none of them. */
final class LoadedGenerations {

    private LoadedGenerations() {
    }

    @SuppressWarnings("unchecked")
    static long count(String key, Class<?> generation) {
        Properties shared = System.getProperties();
        List<WeakReference<ClassLoader>> loaders = (List<WeakReference<ClassLoader>>) shared.computeIfAbsent(key,
                absent -> new CopyOnWriteArrayList<WeakReference<ClassLoader>>());
        ClassLoader loader = generation.getClassLoader();
        if (loaders.stream().noneMatch(known -> known.get() == loader)) {
            loaders.add(new WeakReference<>(loader));
        }
        System.gc();
        return loaders.stream().map(WeakReference::get).filter(Objects::nonNull).count();
    }
}
