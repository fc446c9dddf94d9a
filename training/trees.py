"""Boosted trees: how they are fitted, packed and written for the service."""
import base64, pathlib, struct
import lightgbm


def fit(x, y, weight, parameters, rounds):
    data = lightgbm.Dataset(x, y, weight=weight / weight.mean(), params=parameters)
    return lightgbm.train(parameters, data, rounds)


def packed(model):
    """As `TreeEnsemble` reads it. A child below 128 is an inner node, 128 and more is leaf (child - 128)."""
    trees = model.dump_model()["tree_info"]
    out = bytearray(struct.pack("<H", len(trees)))
    for tree in trees:
        nodes, leaves = [], []

        def walk(node):
            if "split_feature" not in node:
                leaves.append(node["leaf_value"])
                return 128 + len(leaves) - 1
            index = len(nodes)
            nodes.append(None)
            left, right = walk(node["left_child"]), walk(node["right_child"])
            assert node["decision_type"] == "<=" and node["missing_type"] == "None"
            nodes[index] = (node["split_feature"], node["threshold"], left, right)
            return index

        walk(tree["tree_structure"])
        out += struct.pack("<BB", len(nodes), len(leaves))
        for node in nodes:
            out += struct.pack("<HfBB", *node)
        for leaf in leaves:
            out += struct.pack("<f", leaf)
    return bytes(out)


def quoted(data):
    """A Swift text of Base64, which compiles in no time, in contrast to an array."""
    text = base64.b64encode(data).decode()
    lines = [text[i:i + 2000] for i in range(0, len(text), 2000)]
    return '"""\n' + "\\\n".join("        " + line for line in lines) + '\n        """'


def write_swift(path, name, script, data):
    """The weights as a Swift file."""
    pathlib.Path(path).write_text(
        f"/// Weights of `{name}`, made by {script}: not to be edited.\n"
        f"enum {name}Weights {{\n"
        "    /// Base64 of the packed trees.\n"
        f"    static let packed = {quoted(data)}\n}}\n")
