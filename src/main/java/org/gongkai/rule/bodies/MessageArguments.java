package org.gongkai.rule.bodies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongkai.rule.PlaceNames;

/** The arguments of a message about bodies, in Chinese and English. */
final class MessageArguments {
  /** The number of bodies or cells named in a message; {@link BodyFinding#differences} has all. */
  private static final int NAMED = 5;

  private final Map<String, String> zh = new LinkedHashMap<>();
  private final Map<String, String> en = new LinkedHashMap<>();

  Map<String, String> zh() {
    return zh;
  }

  Map<String, String> en() {
    return en;
  }

  /** An argument that is the same in both languages. */
  MessageArguments with(String name, String both) {
    return with(name, both, both);
  }

  MessageArguments with(String name, String inChinese, String inEnglish) {
    zh.put(name, inChinese);
    en.put(name, inEnglish);
    return this;
  }

  /** The names of the first bodies; empty for none. */
  MessageArguments withBodies(String name, List<Body> bodies) {
    return with(name, names(bodies, PlaceNames::all), names(bodies, PlaceNames::allInEnglish));
  }

  private static String names(
      List<Body> bodies, BiFunction<Collection<Body>, Function<Body, String>, String> list) {
    String names = list.apply(bodies.subList(0, Math.min(NAMED, bodies.size())), Body::name);
    return bodies.size() > NAMED ? names + "…" : names;
  }

  /** The first cells in which a body's figure is not the sum of those below it. */
  MessageArguments withSums(List<Difference> differences) {
    return with(differences, MessageArguments::sum, MessageArguments::sumInEnglish);
  }

  /** The first cells in which the reports of a body differ. */
  MessageArguments withFigures(List<Difference> differences) {
    return with(differences, MessageArguments::figures, MessageArguments::figuresInEnglish);
  }

  private MessageArguments with(
      List<Difference> differences,
      Function<Difference, String> inChinese,
      Function<Difference, String> inEnglish) {
    List<Difference> first = differences.subList(0, Math.min(NAMED, differences.size()));
    int more = differences.size() - first.size();
    with("count", String.valueOf(differences.size()));
    with(
        "cells",
        String.join("；", first.stream().map(inChinese).toList()),
        String.join("; ", first.stream().map(inEnglish).toList()));
    return with("more", more > 0 ? String.valueOf(more) : "");
  }

  private static String sum(Difference difference) {
    List<String> parts = parts(difference, "");
    return PlaceNames.place(difference.cell())
        + "为"
        + PlaceNames.figure(difference.stated())
        + "，下级合计"
        + PlaceNames.figure(difference.compared())
        + (parts.isEmpty() ? "" : "（最多的是" + String.join("、", parts) + "）");
  }

  private static String sumInEnglish(Difference difference) {
    List<String> parts = parts(difference, " ");
    return PlaceNames.placeInEnglish(difference.cell())
        + " says "
        + PlaceNames.figure(difference.stated())
        + ", those below add up to "
        + PlaceNames.figure(difference.compared())
        + (parts.isEmpty() ? "" : " (most of it: " + String.join(", ", parts) + ")");
  }

  private static String figures(Difference difference) {
    return PlaceNames.place(difference.cell()) + "，" + String.join("，", parts(difference, "为"));
  }

  private static String figuresInEnglish(Difference difference) {
    return PlaceNames.placeInEnglish(difference.cell())
        + ": "
        + String.join(", ", parts(difference, " "));
  }

  private static List<String> parts(Difference difference, String between) {
    List<String> parts = new ArrayList<>();
    for (Difference.Part part : difference.parts()) {
      parts.add("“" + part.name() + "”" + between + PlaceNames.figure(part.figure()));
    }
    return parts;
  }
}
